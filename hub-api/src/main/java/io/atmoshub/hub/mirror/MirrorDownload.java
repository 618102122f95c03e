package io.atmoshub.hub.mirror;

import java.time.Instant;

/// Who took a file: how often, how many bytes of it, and when last, to the minute.
public record MirrorDownload(String who, String address, long count, long bytes, Instant last) {}
