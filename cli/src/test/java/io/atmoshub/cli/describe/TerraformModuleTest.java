package io.atmoshub.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.project.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformModuleTest {
    @TempDir
    Path folder;

    @Test
    void everythingThatIsDeclaredIsShownWithItsPlace() throws IOException {
        write("main.tf", """
                terraform {
                  required_version = ">= 1.5"
                  required_providers {
                    aws  = { source = "hashicorp/aws", version = "~> 5.0", configuration_aliases = [aws.west] }
                    null = "~> 3.2"
                  }
                }
                provider "aws" {
                  alias = "east"
                }
                # resource "not" "this" {}
                resource "aws_vpc" "main" {
                  provider = aws.west
                  tags     = { text = "a } in a text and ${join(",", ["}"])}" }
                }
                data "http" "me" {}
                module "subnets" {
                  source  = "./subnets"
                  version = "1.2.0"
                }
                """);
        write("variables.tf", """
                variable "zones" {
                  type        = list(object({ name = string }))
                  description = "Where it runs"
                  default     = [{ name = "a" }, { name = "b" }]
                }

                variable "on" {
                  type    = bool
                  default = true
                  validation {
                    condition     = var.on
                    error_message = "no"
                  }
                }
                variable "size" { default = 3 }
                variable "secret" {
                  type      = "string"
                  sensitive = true
                }
                variable "note" {
                  default = <<-END
                    variable "inside" {
                    END
                }
                output "id" { value = aws_vpc.main.id }
                """);
        assertThat(shown()).isEqualTo("""
                path: <folder>
                variables:
                  note:
                    name: note
                    default: |
                      variable "inside" {
                    required: false
                    pos:
                      filename: <folder>/variables.tf
                      line: 20
                  "on":
                    name: "on"
                    type: bool
                    default: true
                    required: false
                    pos:
                      filename: <folder>/variables.tf
                      line: 7
                  secret:
                    name: secret
                    type: string
                    default: null
                    required: true
                    sensitive: true
                    pos:
                      filename: <folder>/variables.tf
                      line: 16
                  size:
                    name: size
                    default: 3
                    required: false
                    pos:
                      filename: <folder>/variables.tf
                      line: 15
                  zones:
                    name: zones
                    type: list(object({ name = string }))
                    description: Where it runs
                    default:
                      - name: a
                      - name: b
                    required: false
                    pos:
                      filename: <folder>/variables.tf
                      line: 1
                outputs:
                  id:
                    name: id
                    pos:
                      filename: <folder>/variables.tf
                      line: 25
                required_core:
                  - '>= 1.5'
                required_providers:
                  aws:
                    source: hashicorp/aws
                    version_constraints:
                      - ~> 5.0
                    configuration_aliases:
                      - name: aws
                        alias: west
                  http: {}
                  "null":
                    version_constraints:
                      - ~> 3.2
                provider_configs:
                  aws.east:
                    name: aws
                    alias: east
                managed_resources:
                  aws_vpc.main:
                    mode: managed
                    type: aws_vpc
                    name: main
                    provider:
                      name: aws
                      alias: west
                    pos:
                      filename: <folder>/main.tf
                      line: 12
                data_resources:
                  data.http.me:
                    mode: data
                    type: http
                    name: me
                    provider:
                      name: http
                    pos:
                      filename: <folder>/main.tf
                      line: 16
                module_calls:
                  subnets:
                    name: subnets
                    source: ./subnets
                    version: 1.2.0
                    pos:
                      filename: <folder>/main.tf
                      line: 17
                """);
    }

    @Test
    void whatMakesNoSenseEndsAndLeavesTheRestAlone() throws IOException {
        write("a.tf", "}}} = ]\n variable \"good\" {}\n");
        write("b.tf", "variable \"open\" { default = \"${\"${\"".repeat(5_000));
        write("c.tf", "a {".repeat(20_000));
        write("d.tf", "variable \"text\" { default = <<END\n no end");
        String shown = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), this::shown);
        assertThat(shown).contains("  good:\n", "  open:\n", "  text:\n");
    }

    @Test
    void aFolderWithoutTerraformHasNone() {
        assertThat(TerraformModule.of(folder)).isNull();
        assertThat(TerraformModule.of(folder.resolve("missing"))).isNull();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String shown() {
        return YamlWriter.write(Objects.requireNonNull(TerraformModule.of(folder)))
                .replace(folder.toString(), "<folder>");
    }
}
