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
  name   = join("-", [var.namespace, var.tenant, var.environment, var.region_code, var.queue])
  suffix = var.fifo ? ".fifo" : ""
}

# What could not be handled waits here for the longest time SQS allows, so that a long
# weekend is not the end of it.
resource "aws_sqs_queue" "dead" {
  name                      = "${local.name}-dead${local.suffix}"
  fifo_queue                = var.fifo
  message_retention_seconds = 14 * 24 * 3600
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue" "this" {
  name                       = "${local.name}${local.suffix}"
  fifo_queue                 = var.fifo
  visibility_timeout_seconds = var.visibility_seconds
  message_retention_seconds  = var.retention_days * 24 * 3600
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = var.max_receives
  })
}

output "name" {
  description = "Queue name; roles refer to it."
  value       = aws_sqs_queue.this.name
}

output "url" {
  description = "For the applications' configuration."
  value       = aws_sqs_queue.this.url
}

output "dead_letter_name" {
  description = "For the alarm that watches it."
  value       = aws_sqs_queue.dead.name
}
