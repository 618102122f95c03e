terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = var.tags
  }
}

locals {
  prefix     = join("-", [var.namespace, var.tenant, var.environment, var.region_code])
  arn_suffix = "${var.region}:${var.account_id}"

  # action list and resources, one entry for each kind of thing the workload touches
  grants = {
    ReadQueues = {
      actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
      resources = [for q in var.reads_queues : "arn:aws:sqs:${local.arn_suffix}:${local.prefix}-${q}"]
    }
    WriteQueues = {
      actions   = ["sqs:SendMessage"]
      resources = [for q in var.writes_queues : "arn:aws:sqs:${local.arn_suffix}:${local.prefix}-${q}"]
    }
    WriteBuckets = {
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = [for b in var.writes_buckets : "arn:aws:s3:::${local.prefix}-${b}/*"]
    }
    ReadSecrets = {
      actions = ["secretsmanager:GetSecretValue"]
      # Secrets Manager appends a hyphen and six characters to every name.
      resources = [for s in var.reads_secrets : "arn:aws:secretsmanager:${local.arn_suffix}:secret:${var.namespace}/${var.environment}/${s}-??????"]
    }
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "grants" {
  dynamic "statement" {
    for_each = { for sid, grant in local.grants : sid => grant if length(grant.resources) > 0 }

    content {
      sid       = statement.key
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }
}

resource "aws_iam_role" "this" {
  name               = "${local.prefix}-${var.workload}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "grants" {
  name   = "grants"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.grants.json
}

resource "aws_eks_pod_identity_association" "this" {
  cluster_name    = var.cluster_name
  namespace       = var.kubernetes_namespace
  service_account = var.workload
  role_arn        = aws_iam_role.this.arn
}

output "role_arn" {
  description = "The role."
  value       = aws_iam_role.this.arn
}
