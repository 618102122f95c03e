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

variable "cidr" {
  type        = string
  description = "The network's block. Planned for the whole company in ATMOS.md, because blocks that overlap can never be peered."

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && endswith(var.cidr, "/16")
    error_message = "Networks are cut as /16, for example 10.20.0.0/16."
  }
}

variable "az_count" {
  type        = number
  default     = 2
  description = "Availability zones to spread over."

  validation {
    condition     = var.az_count >= 2 && var.az_count <= 3
    error_message = "A network spans 2 or 3 availability zones."
  }
}

variable "nat_gateways" {
  type        = string
  default     = "single"
  description = "none, single, or per_az: one per zone survives the loss of a zone and costs three times as much."

  validation {
    condition     = contains(["none", "single", "per_az"], var.nat_gateways)
    error_message = "nat_gateways is none, single or per_az."
  }
}

variable "flow_log_days" {
  type        = number
  default     = 7
  description = "Days to keep flow logs; 0 turns them off."
}
