locals {
  name  = join("-", [var.namespace, var.tenant, var.environment, var.region_code, "vpc"])
  zones = [for letter in slice(["a", "b", "c"], 0, var.az_count) : "${var.region}${letter}"]

  # A /16 is cut so that a third zone can be added later without renumbering: private subnets are
  # /19 from the front, public ones /24 from the last quarter.
  private_subnets = { for i, zone in local.zones : zone => cidrsubnet(var.cidr, 3, i) }
  public_subnets  = { for i, zone in local.zones : zone => cidrsubnet(var.cidr, 8, 224 + i) }

  nat_zones = {
    none   = []
    single = slice(local.zones, 0, 1)
    per_az = local.zones
  }[var.nat_gateways]
}

resource "terraform_data" "vpc" {
  input = {
    name          = local.name
    cidr          = var.cidr
    flow_log_days = var.flow_log_days
    tags          = merge(var.tags, { Name = local.name })
  }

  lifecycle {
    precondition {
      condition     = var.environment != "prod" || var.flow_log_days >= 90
      error_message = "prod keeps flow logs for at least 90 days; the insurer asks for them after an incident."
    }
  }
}

resource "terraform_data" "private_subnet" {
  for_each = local.private_subnets

  input = { name = "${local.name}-private-${each.key}", cidr = each.value, zone = each.key }
}

resource "terraform_data" "public_subnet" {
  for_each = local.public_subnets

  input = { name = "${local.name}-public-${each.key}", cidr = each.value, zone = each.key }
}

resource "terraform_data" "nat_gateway" {
  for_each = toset(local.nat_zones)

  input = { name = "${local.name}-nat-${each.key}", subnet = terraform_data.public_subnet[each.key].input.name }
}

output "name" {
  description = "Name tag other components find this network by."
  value       = local.name
}

output "private_subnets" {
  description = "Zone to block."
  value       = local.private_subnets
}

output "public_subnets" {
  description = "Zone to block."
  value       = local.public_subnets
}

output "nat_gateway_count" {
  description = "What the network costs is mostly this number."
  value       = length(local.nat_zones)
}
