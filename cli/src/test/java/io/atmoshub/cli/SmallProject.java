package io.atmoshub.cli;

import java.nio.file.Path;

/// A project with two stacks: a network from a catalog in both, and an application that depends on it.
public final class SmallProject {
    private SmallProject() {}

    public static ProjectFiles in(Path folder) {
        return new ProjectFiles(folder)
                .with("atmos.yaml", """
                        base_path: .
                        stacks:
                          base_path: stacks
                          included_paths: ["deploy/**/*"]
                          name_template: "{{.vars.stage}}"
                        components: {terraform: {base_path: code, command: tofu}}
                        templates: {settings: {enabled: true, sprig: {enabled: true}}}
                        schemas: {jsonschema: {base_path: schemas}, opa: {base_path: schemas}}
                        """)
                .with("stacks/catalog/net.yaml", """
                        vars: {tags: {Team: net}}
                        components:
                          terraform:
                            net:
                              vars:
                                cidr: 10.0.0.0/16
                                tags: {Cost: low}
                                name: "net-{{ .vars.stage }}"
                              settings: {validation: {size: {schema_type: jsonschema, schema_path: net.json}}}
                        """)
                .with("schemas/net.json", """
                        {"properties": {"vars": {"properties": {"cidr": {"type": "string"}, "size": {"type": "integer"}}}}}
                        """)
                .with("stacks/deploy/dev.yaml", """
                        import: [catalog/net]
                        vars: {stage: dev}
                        components:
                          terraform:
                            net:
                              vars: {cidr: 10.1.0.0/16}
                            app:
                              metadata: {component: apps/web}
                              settings: {depends_on: {1: {component: net}}}
                        """)
                .with("stacks/deploy/prod.yaml", """
                        import: [catalog/net]
                        vars: {stage: prod}
                        components:
                          terraform:
                            app:
                              settings: {depends_on: {1: {component: net, stage: dev}}}
                        """)
                .with("code/net/main.tf", """
                        variable "cidr" {
                          type        = string
                          description = "Range"
                        }
                        output "id" { value = 1 }
                        resource "null_resource" "it" {}
                        """)
                .with("code/apps/web/main.tf", "module \"m\" { source = \"../../../modules/m\" }\n")
                .with("modules/m/main.tf", "");
    }
}
