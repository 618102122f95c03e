locals {
  name = join("-", [var.namespace, var.tenant, var.environment, var.region_code, "cdn"])
}

resource "terraform_data" "rate_limit" {
  input = {
    name     = "${local.name}-rate"
    requests = var.waf_requests_per_5_minutes
  }
}

resource "terraform_data" "distribution" {
  input = {
    name           = local.name
    domain         = var.domain
    origin         = var.origin
    price_class    = var.price_class
    minimum_tls    = "TLSv1.2_2021"
    default_ttl    = var.default_ttl_seconds
    uncached_paths = var.uncached_paths
    rate_limit     = terraform_data.rate_limit.input.name
    tags           = merge(var.tags, { Name = local.name })
  }
}

output "domain" {
  description = "Name people type."
  value       = var.domain
}
