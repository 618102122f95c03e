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

variable "schedule" {
  type        = string
  default     = "cron(0 2 * * ? *)"
  description = "When backups start, UTC."

  validation {
    condition     = can(regex("^cron\\(([^ ]+ ){5}[^ ]+\\)$", var.schedule))
    error_message = "schedule is an AWS cron expression with six fields."
  }
}

variable "retention_days" {
  type        = number
  default     = 7
  description = "Days to keep a backup."

  validation {
    condition     = var.retention_days >= 1 && var.retention_days <= 400
    error_message = "Backups are kept between 1 and 400 days."
  }
}

variable "copy_to_region" {
  type        = string
  default     = null
  description = "Region that receives a copy of each backup; null for none."
}

variable "locked" {
  type        = bool
  default     = false
  description = "Vault lock: until a backup expires nobody can delete it, not even the account's owner. Cannot be undone after three days."
}

variable "selection" {
  type        = map(string)
  default     = { Backup = "yes" }
  description = "Resources that carry all of these tags are backed up."
}
