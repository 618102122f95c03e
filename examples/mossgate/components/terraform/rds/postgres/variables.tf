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

variable "database" {
  type        = string
  description = "Name of the database; also part of the instance's name."

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{1,30}$", var.database))
    error_message = "A database name starts with a letter and has 2 to 31 lower-case letters, digits and underscores."
  }
}

variable "vpc_name" {
  type        = string
  description = "Network to stand in, by its Name tag."
}

variable "engine_version" {
  type        = string
  description = "PostgreSQL version, major and minor."

  validation {
    condition     = can(regex("^1[5-7]\\.[0-9]+$", var.engine_version))
    error_message = "engine_version is a minor version of PostgreSQL 15, 16 or 17, for example \"16.8\"."
  }
}

variable "instance_class" {
  type        = string
  default     = "db.t4g.micro"
  description = "Size of the instance."

  validation {
    condition     = startswith(var.instance_class, "db.")
    error_message = "instance_class starts with db., for example db.t4g.micro."
  }
}

variable "storage_gb" {
  type        = number
  default     = 20
  description = "Storage to begin with."
}

variable "max_storage_gb" {
  type        = number
  default     = 50
  description = "Storage may grow by itself up to this. It can never shrink again."

  validation {
    condition     = var.max_storage_gb >= var.storage_gb
    error_message = "max_storage_gb is at least storage_gb."
  }
}

variable "multi_az" {
  type        = bool
  default     = false
  description = "Keep a standby in a second zone."
}

variable "deletion_protection" {
  type        = bool
  default     = false
  description = "Refuse to delete the instance."

  validation {
    condition     = var.environment != "prod" || var.deletion_protection
    error_message = "A prod database is protected from deletion."
  }
}

variable "backup_retention_days" {
  type        = number
  default     = 1
  description = "Days of point-in-time recovery; AWS allows 35 at most."

  validation {
    condition     = var.backup_retention_days >= 0 && var.backup_retention_days <= 35
    error_message = "Point-in-time recovery reaches back 0 to 35 days."
  }
}

variable "maintenance_window" {
  type        = string
  default     = "tue:03:00-tue:04:00"
  description = "When AWS may patch, UTC. Never at the weekend: that is when most parcels are collected."

  validation {
    condition     = can(regex("^(mon|tue|wed|thu):", var.maintenance_window))
    error_message = "Maintenance is from Monday to Thursday."
  }
}

variable "replica_of" {
  type        = string
  default     = null
  description = "Instance in another region to follow; null for a primary."
}

variable "parameters" {
  type        = map(string)
  default     = {}
  description = "Settings of the parameter group."
}
