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

variable "workload" {
  type        = string
  description = "Application the role is for; also its Kubernetes service account."
}

variable "kubernetes_namespace" {
  type        = string
  description = "Kubernetes namespace of the application."
}

variable "cluster_name" {
  type        = string
  description = "Cluster whose pods may take the role."
}

variable "account_id" {
  type        = string
  description = "AWS account, for the names of what the role may touch. A string: account numbers can start with 0."

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "An account number has 12 digits."
  }
}

variable "reads_queues" {
  type        = list(string)
  default     = []
  description = "Queues it consumes, by the last part of their name."
}

variable "writes_queues" {
  type        = list(string)
  default     = []
  description = "Queues it sends to, by the last part of their name."
}

variable "writes_buckets" {
  type        = list(string)
  default     = []
  description = "Buckets it reads and writes, by their purpose."
}

variable "reads_secrets" {
  type        = list(string)
  default     = []
  description = "Secrets it reads, by path."

  validation {
    condition     = alltrue([for s in var.reads_secrets : !strcontains(s, "*")])
    error_message = "Secrets are named one by one; a wildcard would hand out tomorrow's secrets too."
  }
}
