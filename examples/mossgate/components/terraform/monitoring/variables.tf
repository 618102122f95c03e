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

variable "channel" {
  type        = string
  description = "Chat channel that alarms are posted to."

  validation {
    condition     = startswith(var.channel, "#")
    error_message = "A channel starts with #."
  }
}

variable "log_retention_days" {
  type        = number
  default     = 14
  description = "Days to keep logs; one of the periods CloudWatch knows."

  validation {
    condition     = contains([7, 14, 30, 60, 90, 180, 365, 400], var.log_retention_days)
    error_message = "CloudWatch keeps logs for 7, 14, 30, 60, 90, 180, 365 or 400 days."
  }
}

variable "page_at_night" {
  type        = bool
  default     = false
  description = "Whether a critical alarm calls a phone outside office hours."
}

variable "alarms" {
  description = "Alarms by name."
  default     = {}
  type = map(object({
    metric     = string
    comparison = optional(string, "above")
    threshold  = number
    minutes    = optional(number, 5)
    severity   = optional(string, "warning")
    runbook    = optional(string)
  }))

  validation {
    condition     = alltrue([for a in values(var.alarms) : contains(["above", "below"], a.comparison)])
    error_message = "An alarm fires above or below its threshold."
  }

  validation {
    condition     = alltrue([for a in values(var.alarms) : contains(["info", "warning", "critical"], a.severity)])
    error_message = "An alarm's severity is info, warning or critical."
  }
}
