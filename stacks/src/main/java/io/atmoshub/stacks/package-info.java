/// Atmos stacks: manifests read, imported, merged, rendered and described.
///
/// ```java
/// StackEngine engine = StackEngine.open(project, tools);
/// engine.stacks();                                    // every Stack, with its components, by name
/// Component vpc = engine.component("prod", "vpc");    // or a StackException that says what was probably meant
/// vpc.section();                                      // merged, templates and functions as they are written
/// vpc.resolved(Processing.ALL);                       // worked out; what may not be stays marked, with the reason
/// vpc.resolved(Processing.ALL, Set.of("vars"));       // only that section: nothing else is worked out
/// vpc.settings(List.of("vars", "tags"));              // who set it, from the weakest to the strongest
/// ```
///
/// Every value in a section is a [io.atmoshub.project.yaml.YamlNode] that knows its file, line and column; what Atmos
/// computes stands on line 0. [io.atmoshub.project.yaml.YamlNode#toJava] gives plain values, and
/// [io.atmoshub.project.yaml.YamlWriter#writeSorted] prints them in the order in which Atmos does.
///
/// An engine shows one moment. To look again, open another with the same [StackMemory][io.atmoshub.stacks.StackMemory]:
/// only what changed is read and merged again; [LiveStacks][io.atmoshub.stacks.live.LiveStacks] does that for whoever
/// asks often. What reading may reach are the limits of the project; programs come from a
/// [ToolFinder][io.atmoshub.stacks.ToolFinder].
@NullMarked
package io.atmoshub.stacks;

import org.jspecify.annotations.NullMarked;
