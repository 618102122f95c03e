package io.atmoshub.providers.http;

/// Sees what comes in before it is understood.
public interface StreamInspector {
    /// Something came, whatever it was.
    void alive();

    /// What one event carries; true when it says that the answer failed.
    boolean complains(String data);

    /// Whether all that matters has come.
    boolean complete();
}
