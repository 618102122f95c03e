# Who and where: the same six variables in every component, filled by the stacks.

variable "namespace" {
  type        = string
  description = "Short name of the company; first part of every resource name."
}

variable "tenant" {
  type        = string
  description = "Who owns it: platform (shared ground) or lockers (the product)."

  validation {
    condition     = contains(["platform", "lockers"], var.tenant)
    error_message = "The tenant is platform or lockers."
  }
}

variable "environment" {
  type        = string
  description = "dev, staging or prod."

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "The environment is dev, staging or prod."
  }
}

variable "region" {
  type        = string
  description = "AWS region, for example eu-west-1."
}

variable "region_code" {
  type        = string
  description = "The region in four letters and digits, as it appears in names: euw1."
}

variable "tags" {
  type        = map(string)
  description = "Tags on every resource. Finance bills by Team and CostCenter, so both must be there."

  validation {
    condition     = length(setsubtract(["Team", "CostCenter"], keys(var.tags))) == 0
    error_message = "Every resource carries the tags Team and CostCenter."
  }
}

# What this component is about.

variable "domain" {
  type        = string
  description = "Name people type."
}

variable "origin" {
  type        = string
  description = "Where pages come from when the edge has none."

  validation {
    condition     = var.origin != var.domain
    error_message = "The origin differs from the domain, or the edge would ask itself."
  }
}

variable "price_class" {
  type        = string
  default     = "PriceClass_100"
  description = "Which edges serve. 100 is Europe and North America, where all our customers are."
}

variable "default_ttl_seconds" {
  type        = number
  default     = 60
  description = "How long the edge keeps a page that says nothing about it."
}

variable "waf_requests_per_5_minutes" {
  type        = number
  default     = 2000
  description = "Requests one address may make in five minutes before it is blocked."

  validation {
    condition     = var.waf_requests_per_5_minutes >= 100
    error_message = "AWS accepts a rate limit from 100 up."
  }
}

variable "uncached_paths" {
  type        = list(string)
  default     = ["/api/*"]
  description = "Paths that always go to the origin."

  validation {
    condition     = alltrue([for p in var.uncached_paths : startswith(p, "/")])
    error_message = "A path starts with /."
  }
}
