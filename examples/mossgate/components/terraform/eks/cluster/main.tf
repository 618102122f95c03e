locals {
  name = join("-", [var.namespace, var.tenant, var.environment, var.region_code, "eks"])
}

resource "terraform_data" "cluster" {
  input = {
    name                = local.name
    version             = var.kubernetes_version
    vpc                 = var.vpc_name
    api_access_cidrs    = var.api_access_cidrs
    control_plane_logs  = sort(var.control_plane_logs)
    deletion_protection = var.deletion_protection
    tags                = merge(var.tags, { Name = local.name })
  }

  lifecycle {
    precondition {
      condition     = var.environment != "prod" || length(var.api_access_cidrs) == 0
      error_message = "In prod the Kubernetes API is reached through the bastion only."
    }
    precondition {
      condition     = var.environment != "prod" || var.deletion_protection
      error_message = "A prod cluster is protected from deletion."
    }
  }
}

resource "terraform_data" "node_group" {
  for_each = var.node_groups

  input = {
    name           = "${local.name}-${each.key}"
    cluster        = terraform_data.cluster.input.name
    instance_types = each.value.instance_types
    min            = each.value.min
    max            = each.value.max
    capacity       = each.value.spot ? "SPOT" : "ON_DEMAND"
    labels         = merge({ "mossgate.example/group" = each.key }, each.value.labels)
  }
}

output "name" {
  description = "Cluster name, for kubectl and for roles."
  value       = local.name
}

output "max_nodes" {
  description = "The most nodes it can grow to; subnets must hold them."
  value       = sum([for g in values(var.node_groups) : g.max])
}
