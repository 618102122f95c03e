package io.atmoshub.gotemplate;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// A file or folder as a template sees it; it need not exist.
public interface GoFile {

    boolean exists();

    boolean isFolder();

    long size();

    Instant modified();

    /// @throws IOException when it isn't a file, can't be read, or is longer than `most`
    byte[] read(int most) throws IOException;

    /// The names in a folder, sorted.
    ///
    /// @throws IOException when it isn't a folder or can't be read
    List<String> names() throws IOException;
}
