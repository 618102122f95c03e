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

variable "kubernetes_version" {
  type        = string
  description = "Minor version of the control plane. Raised one at a time, dev first."

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version is a minor version in quotes, for example \"1.32\"."
  }
}

variable "api_access_cidrs" {
  type        = list(string)
  default     = []
  description = "Blocks that may reach the API from outside; empty keeps it inside the network."
}

variable "control_plane_logs" {
  type        = set(string)
  default     = ["audit"]
  description = "Control plane logs to keep. They are billed by volume."

  validation {
    condition     = length(setsubtract(var.control_plane_logs, ["api", "audit", "authenticator", "controllerManager", "scheduler"])) == 0
    error_message = "Logs are api, audit, authenticator, controllerManager and scheduler."
  }
}

variable "deletion_protection" {
  type        = bool
  default     = false
  description = "Refuse to delete the cluster."
}

variable "node_groups" {
  description = "Node groups by name."
  type = map(object({
    instance_types = list(string)
    min            = number
    max            = number
    spot           = optional(bool, false)
    labels         = optional(map(string), {})
  }))

  validation {
    condition     = length(var.node_groups) > 0
    error_message = "A cluster has at least one node group."
  }

  validation {
    condition     = alltrue([for g in values(var.node_groups) : g.min >= 0 && g.min <= g.max])
    error_message = "In every node group min is at most max."
  }

  validation {
    # Spot capacity is bought by pool; with a single type, one empty pool stops the group.
    condition     = alltrue([for g in values(var.node_groups) : !g.spot || length(g.instance_types) >= 2])
    error_message = "A spot group names at least two instance types."
  }
}
