locals {
  prefix = join("/", [var.namespace, var.environment])
}

resource "terraform_data" "secret" {
  for_each = var.secrets

  input = {
    name           = "${local.prefix}/${each.key}"
    description    = each.value.description
    rotate_days    = each.value.rotate_days
    readers        = each.value.readers
    recovery_days  = var.recovery_days
    replica_region = var.replica_region
    tags           = var.tags
  }
}

output "names" {
  description = "Full names, for the applications' configuration."
  value       = sort([for s in terraform_data.secret : s.input.name])
}

output "set_by_hand" {
  description = "Secrets that nothing rotates; somebody has to remember them."
  value       = sort([for path, s in var.secrets : path if s.rotate_days == null])
}
