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

variable "purpose" {
  type        = string
  description = "What is kept here; last part of the bucket's name."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.purpose))
    error_message = "purpose has 3 to 21 lower-case letters, digits and hyphens."
  }
}

variable "versioning" {
  type        = bool
  default     = false
  description = "Keep what is overwritten or deleted."
}

variable "expire_days" {
  type        = number
  default     = null
  description = "Delete objects after this many days; null keeps them."
}

variable "cold_after_days" {
  type        = number
  default     = null
  description = "Move objects to infrequent access after this many days; null never does."

  validation {
    condition     = var.cold_after_days == null ? true : var.cold_after_days >= 30
    error_message = "S3 moves objects to infrequent access after 30 days at the earliest."
  }
}

variable "force_destroy" {
  type        = bool
  default     = false
  description = "Let Terraform delete the bucket with what is in it. For dev only."

  validation {
    condition     = var.environment == "dev" || !var.force_destroy
    error_message = "force_destroy is for dev."
  }
}
