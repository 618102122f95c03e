/// YAML with the place of every value: read as Go's yaml.v3 reads it, written as it writes.
///
/// [Yaml#read] and [Yaml#parse] give an immutable tree of [YamlNode]s; [YamlNode#toJava] turns it into plain values,
/// and [YamlWriter] prints plain values or nodes. Every refusal is a [YamlException] that says file, line, column and
/// a way out.
@NullMarked
package io.atmoshub.project.yaml;

import org.jspecify.annotations.NullMarked;
