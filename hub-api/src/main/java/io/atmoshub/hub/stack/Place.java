package io.atmoshub.hub.stack;

/// Where something stands: a file of the project, line and column counted from 1.
public record Place(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
