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

variable "vpc_name" {
  type        = string
  description = "Network to stand in, by its Name tag."
}

variable "instance_type" {
  type        = string
  default     = "t4g.nano"
  description = "It forwards connections and nothing else, so the smallest is enough."
}

variable "allowed_cidrs" {
  type        = list(string)
  description = "Where people may come from: the office and the VPN."

  validation {
    condition     = alltrue([for c in var.allowed_cidrs : try(cidrhost(c, 0) != "" && tonumber(split("/", c)[1]) >= 24, false)])
    error_message = "Each block is valid and no wider than /24. A bastion open to the internet is not a bastion."
  }
}

variable "session_minutes" {
  type        = number
  default     = 480
  description = "After this a session is cut, whoever is typing."

  validation {
    condition     = var.session_minutes >= 15 && var.session_minutes <= 480
    error_message = "A session lasts between 15 minutes and one working day (480)."
  }
}

variable "record_sessions" {
  type        = bool
  default     = false
  description = "Keep what was typed. On in prod, where auditors ask."
}
