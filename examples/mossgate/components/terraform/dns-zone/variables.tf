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

variable "zone_name" {
  type        = string
  description = "The zone, without a trailing dot."

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.zone_name))
    error_message = "zone_name is a lower-case domain name without a trailing dot."
  }
}

variable "parent_zone" {
  type        = string
  default     = null
  description = "Zone that delegates to this one; null for the company's own domain, which the registrar delegates."
}

variable "dnssec" {
  type        = bool
  default     = false
  description = "Sign the zone. Only useful where the parent carries our DS record."
}

variable "records" {
  description = "Records that no other component owns, by label; @ is the zone itself."
  default     = {}
  type = map(object({
    type   = string
    ttl    = optional(number, 300)
    values = list(string)
  }))

  validation {
    condition     = alltrue([for r in values(var.records) : contains(["A", "AAAA", "CAA", "CNAME", "MX", "TXT"], r.type)])
    error_message = "A record's type is A, AAAA, CAA, CNAME, MX or TXT."
  }

  validation {
    condition     = alltrue([for r in values(var.records) : r.ttl >= 60])
    error_message = "A time to live below 60 seconds costs more queries than it saves minutes."
  }
}
