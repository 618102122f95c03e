locals {
  name = join("-", [var.namespace, var.tenant, var.environment, var.region_code, "vault"])
}

resource "terraform_data" "vault" {
  input = {
    name   = local.name
    locked = var.locked
    tags   = merge(var.tags, { Name = local.name })
  }
}

resource "terraform_data" "plan" {
  input = {
    vault          = terraform_data.vault.input.name
    schedule       = var.schedule
    retention_days = var.retention_days
    copy_to_region = var.copy_to_region
    selection      = var.selection
  }

  lifecycle {
    precondition {
      condition     = var.copy_to_region != var.region
      error_message = "A copy in the same region is lost together with the original."
    }
    precondition {
      condition     = var.environment != "prod" || var.retention_days >= 35
      error_message = "prod keeps backups for at least 35 days: accounting closes a month five days into the next."
    }
  }
}

output "vault_name" {
  description = "Vault that restores read from."
  value       = local.name
}
