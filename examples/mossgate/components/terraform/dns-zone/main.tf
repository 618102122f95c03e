locals {
  fqdn = { for label, record in var.records : label => label == "@" ? var.zone_name : "${label}.${var.zone_name}" }
}

resource "terraform_data" "zone" {
  input = {
    name   = var.zone_name
    parent = var.parent_zone
    dnssec = var.dnssec
    tags   = var.tags
  }

  lifecycle {
    precondition {
      condition     = var.parent_zone == null || endswith(var.zone_name, ".${coalesce(var.parent_zone, "none")}")
      error_message = "A zone lies below its parent: ${var.zone_name} does not end with the parent's name."
    }
  }
}

resource "terraform_data" "record" {
  for_each = var.records

  input = {
    name   = local.fqdn[each.key]
    type   = each.value.type
    ttl    = each.value.ttl
    values = each.value.values
    zone   = terraform_data.zone.input.name
  }
}

output "zone_name" {
  description = "The zone as other components write it."
  value       = var.zone_name
}

output "record_names" {
  description = "Full names of the records kept here."
  value       = sort(values(local.fqdn))
}
