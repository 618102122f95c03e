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

variable "queue" {
  type        = string
  description = "What is queued; last part of the name."

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,30}$", var.queue))
    error_message = "queue has 3 to 31 lower-case letters, digits and hyphens."
  }
}

variable "visibility_seconds" {
  type        = number
  default     = 60
  description = "How long a message is hidden while somebody works on it: six times what the slowest handler needs."
}

variable "retention_days" {
  type        = number
  default     = 4
  description = "Days an unread message is kept."

  validation {
    condition     = var.retention_days >= 1 && var.retention_days <= 14
    error_message = "SQS keeps a message for 1 to 14 days."
  }
}

variable "max_receives" {
  type        = number
  default     = 5
  description = "Attempts before a message is set aside in the dead-letter queue."
}

variable "fifo" {
  type        = bool
  default     = false
  description = "Keep order per message group. Slower and dearer; for queues where order matters."
}
