package io.atmoshub.hub.session;

/// A listener's hold on a session; closing it twice is fine.
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
