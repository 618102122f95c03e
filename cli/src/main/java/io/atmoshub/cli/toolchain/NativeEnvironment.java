package io.atmoshub.cli.toolchain;

import java.io.File;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The environment of this process, byte for byte, and what becomes of it for another program.
///
/// @param own pointers to strings, up to a null
@SuppressWarnings("restricted") // the memory is the system's; the launcher allows it
record NativeEnvironment(MemorySegment own, Arena memory, Charset charset) {
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final String PATH = "PATH=";

    MemorySegment with(Become.Changes changes) {
        if (changes.equals(Become.Changes.NONE)) {
            return own;
        }
        var all = new ArrayList<MemorySegment>();
        boolean path = changes.inFront().isEmpty();
        for (MemorySegment one : pointers()) {
            // Read so that every byte stays what it is.
            String line = one.getString(0, StandardCharsets.ISO_8859_1);
            String name = line.substring(0, Math.max(0, line.indexOf('=')));
            if (line.startsWith(PATH) && !changes.inFront().isEmpty()) {
                all.add(path(changes, line.substring(PATH.length())));
                path = true;
            } else if (!changes.variables().containsKey(name)) {
                all.add(one);
            }
        }
        if (!path) {
            all.add(path(changes, ""));
        }
        for (Map.Entry<String, String> variable : changes.variables().entrySet()) {
            all.add(string(
                    memory,
                    "%s=%s".formatted(variable.getKey(), variable.getValue()).getBytes(charset)));
        }
        return array(all);
    }

    private List<MemorySegment> pointers() {
        MemorySegment unbounded = own.reinterpret(Long.MAX_VALUE);
        var all = new ArrayList<MemorySegment>();
        for (long i = 0; ; i++) {
            MemorySegment one = unbounded.getAtIndex(POINTER, i);
            if (one.equals(MemorySegment.NULL)) {
                return all;
            }
            all.add(one.reinterpret(Long.MAX_VALUE));
        }
    }

    private MemorySegment path(Become.Changes changes, String before) {
        byte[] front = changes.front().getBytes(charset);
        String added = new String(front, StandardCharsets.ISO_8859_1);
        boolean there = before.equals(added) || before.startsWith(added + File.pathSeparator);
        String whole = there ? before : before.isEmpty() ? added : added + File.pathSeparator + before;
        return string(memory, (PATH + whole).getBytes(StandardCharsets.ISO_8859_1));
    }

    private MemorySegment array(List<MemorySegment> all) {
        MemorySegment array = memory.allocate(POINTER, all.size() + 1L);
        for (int i = 0; i < all.size(); i++) {
            array.setAtIndex(POINTER, i, all.get(i));
        }
        array.setAtIndex(POINTER, all.size(), MemorySegment.NULL);
        return array;
    }

    static MemorySegment string(Arena memory, byte[] bytes) {
        MemorySegment string = memory.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, string, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return string;
    }
}
