locals {
  name  = join("-", [var.namespace, var.tenant, var.environment, var.region_code, var.database])
  major = split(".", var.engine_version)[0]
}

resource "terraform_data" "parameter_group" {
  input = {
    name   = "${local.name}-pg${local.major}"
    family = "postgres${local.major}"
    # Clients that do not speak TLS are refused everywhere, dev included, so that nobody
    # finds out about it in prod.
    parameters = merge({ "rds.force_ssl" = "1" }, var.parameters)
  }
}

resource "terraform_data" "instance" {
  input = {
    name                  = local.name
    database              = var.database
    engine_version        = var.engine_version
    instance_class        = var.instance_class
    storage_gb            = var.storage_gb
    max_storage_gb        = var.max_storage_gb
    multi_az              = var.multi_az
    deletion_protection   = var.deletion_protection
    backup_retention_days = var.backup_retention_days
    maintenance_window    = var.maintenance_window
    replica_of            = var.replica_of
    vpc                   = var.vpc_name
    parameter_group       = terraform_data.parameter_group.input.name
    tags                  = merge(var.tags, { Name = local.name })
  }
}

output "name" {
  description = "Instance name, as in the restore runbook."
  value       = local.name
}

output "endpoint" {
  description = "What applications connect to; a name of ours, so that a restore needs no new configuration."
  value       = "${var.database}.db.${var.environment}.internal:5432"
}
