package io.atmoshub.cli.describe;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What stands in a Terraform file, or in a block of one.
///
/// @param values by name, as they are written
record HclBody(Map<String, String> values, List<Block> blocks) {
    HclBody {
        values = Map.copyOf(values);
        blocks = List.copyOf(blocks);
    }

    /// @param line where it begins
    record Block(String type, List<String> labels, long line, HclBody body) {
        Block {
            labels = List.copyOf(labels);
        }
    }

    Stream<Block> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type));
    }
}
