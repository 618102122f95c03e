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

variable "secrets" {
  description = "Secrets by path. Only names live in Git: a value is set by hand or by the rotation job."
  type = map(object({
    description = string
    rotate_days = optional(number)
    readers     = list(string)
  }))

  validation {
    condition     = alltrue([for path in keys(var.secrets) : can(regex("^[a-z0-9-]+(/[a-z0-9-]+)+$", path))])
    error_message = "A secret's path has two or more lower-case parts, for example tracking/database."
  }

  validation {
    condition     = alltrue([for s in values(var.secrets) : length(s.readers) > 0])
    error_message = "A secret that nobody reads is deleted, not kept."
  }
}

variable "recovery_days" {
  type        = number
  default     = 7
  description = "Days a deleted secret can still be brought back."

  validation {
    condition     = var.recovery_days >= 7 && var.recovery_days <= 30
    error_message = "AWS keeps a deleted secret for 7 to 30 days."
  }
}

variable "replica_region" {
  type        = string
  default     = null
  description = "Second region that holds a copy; null for none."
}
