package io.atmoshub.toolchain.install;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.ToolchainException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command that is another tool with words of its own before what a person adds: an entry of `toolchain.proxies`.
public record StandIn(String tool, List<String> arguments) {
    public StandIn {
        arguments = List.copyOf(arguments);
    }

    /// By the name people type.
    public static Map<String, StandIn> of(@Nullable YamlMapping section) {
        var all = new LinkedHashMap<String, StandIn>();
        if (section == null || !(section.get("proxies") instanceof YamlMapping proxies)) {
            return all;
        }
        for (YamlMapping.Entry entry : proxies) {
            String tool = entry.value() instanceof YamlMapping one ? one.text("tool") : null;
            if (tool == null || !entry.key().matches("[A-Za-z0-9_][A-Za-z0-9._+-]*")) {
                throw new ToolchainException(
                        "%s: the proxy \"%s\" names no tool."
                                .formatted(entry.value().origin(), entry.key()),
                        "Write: proxies: {tf: {tool: terraform, args: [-chdir=live]}}");
            }
            all.put(entry.key(), new StandIn(tool, words(((YamlMapping) entry.value()).get("args"))));
        }
        return all;
    }

    private static List<String> words(@Nullable YamlNode args) {
        var words = new ArrayList<String>();
        if (args instanceof YamlNode.Sequence list) {
            for (YamlNode item : list.items()) {
                if (!(item instanceof YamlNode.Scalar scalar)) {
                    throw new ToolchainException(
                            "%s: the words of a proxy are plain words.".formatted(item.origin()), "Correct it there.");
                }
                words.add(scalar.text());
            }
        }
        return words;
    }
}
