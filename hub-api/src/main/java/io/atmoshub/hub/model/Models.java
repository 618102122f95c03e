package io.atmoshub.hub.model;

import java.util.List;

/// The models that can answer. Everybody sees which there are; admins decide about providers and their keys.
public interface Models {
    /// What a session may choose now. The first is what answers where nobody chose; the built-in assistant is always
    /// among them.
    List<ModelOffer> offered();

    /// For admins: all providers that are known, set up or not.
    List<ProviderSetup> providers();

    /// For admins. What the environment decides stays as it is.
    ProviderSetup set(String provider, ProviderChange change);

    /// For admins: asks the provider's default model for one word. This may take twenty seconds.
    ConnectionTest test(String provider);

    /// For admins: what answers where nobody chose. It has to be offered.
    ModelOffer makeDefault(ModelRef model);
}
