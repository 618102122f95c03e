package io.atmoshub.server.caller;

/// A feature, as it is for one caller. Each feature has one `@Service` of this kind, from which
/// {@link io.atmoshub.server.Hubs} makes whole hubs.
public interface ActingAs<T> {
    T as(Caller caller);
}
