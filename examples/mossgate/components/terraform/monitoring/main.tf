locals {
  name     = join("-", [var.namespace, var.tenant, var.environment, var.region_code])
  critical = [for name, alarm in var.alarms : name if alarm.severity == "critical"]
}

resource "terraform_data" "log_group" {
  input = {
    name           = "/${var.namespace}/${var.tenant}/${var.environment}"
    retention_days = var.log_retention_days
    tags           = var.tags
  }
}

resource "terraform_data" "alarm" {
  for_each = var.alarms

  input = {
    name       = "${local.name}-${each.key}"
    metric     = each.value.metric
    comparison = each.value.comparison
    threshold  = each.value.threshold
    minutes    = each.value.minutes
    severity   = each.value.severity
    runbook    = each.value.runbook
    notify     = var.channel
    # Only what is critical may wake somebody, and only where somebody is on call.
    pages = var.page_at_night && each.value.severity == "critical"
  }

  lifecycle {
    precondition {
      condition     = each.value.severity != "critical" || each.value.runbook != null
      error_message = "Alarm ${each.key} is critical, so it names a runbook: nobody thinks well at four in the morning."
    }
  }
}

output "log_group" {
  description = "Where applications write."
  value       = terraform_data.log_group.input.name
}

output "critical_alarms" {
  description = "Alarms that may page."
  value       = sort(local.critical)
}
