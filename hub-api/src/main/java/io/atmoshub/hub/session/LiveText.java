package io.atmoshub.hub.session;

/// A piece of the answer while it is written: `text` stands at `offset` (in UTF-16 units) of the run's
/// open block. Who joins late gets what there is so far, at offset 0. A piece that begins before the end
/// of what one has replaces the rest. It becomes final with the block's {@link Happening.AssistantText}.
public record LiveText(RunId run, int block, int offset, String text) {}
