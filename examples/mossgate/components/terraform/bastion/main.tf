locals {
  name = join("-", [var.namespace, var.tenant, var.environment, var.region_code, "bastion"])
}

resource "terraform_data" "instance" {
  input = {
    name            = local.name
    instance_type   = var.instance_type
    vpc             = var.vpc_name
    session_minutes = var.session_minutes
    record_sessions = var.record_sessions
    tags            = merge(var.tags, { Name = local.name })
  }

  lifecycle {
    precondition {
      condition     = var.environment != "prod" || var.record_sessions
      error_message = "In prod sessions are recorded."
    }
  }
}

resource "terraform_data" "ingress" {
  for_each = toset(var.allowed_cidrs)

  input = { from = each.value, to = terraform_data.instance.input.name, port = 22 }
}

output "name" {
  description = "What to connect to."
  value       = local.name
}
