package io.atmoshub.stacks.component;

import static io.atmoshub.stacks.component.Layer.Kind.BASE;
import static io.atmoshub.stacks.component.Layer.Kind.COMPONENT;
import static io.atmoshub.stacks.component.Layer.Kind.CONFIG;
import static io.atmoshub.stacks.component.Layer.Kind.OVERRIDES;
import static io.atmoshub.stacks.component.Layer.Kind.STACK;
import static io.atmoshub.stacks.component.Layer.Kind.TYPE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The sections of a component that are merged, and the layers that may set each.
public enum Section {
    VARS(STACK, TYPE, BASE, COMPONENT, OVERRIDES),
    SETTINGS(STACK, TYPE, BASE, COMPONENT, OVERRIDES),
    ENV(CONFIG, STACK, TYPE, BASE, COMPONENT, OVERRIDES),
    AUTH(CONFIG, STACK, TYPE, BASE, COMPONENT, OVERRIDES),
    HOOKS(STACK, TYPE, BASE, COMPONENT, OVERRIDES),
    GENERATE(STACK, TYPE, BASE, COMPONENT, OVERRIDES),
    PROVIDERS(TYPE, BASE, COMPONENT, OVERRIDES),
    REQUIRED_PROVIDERS(TYPE, BASE, COMPONENT, OVERRIDES),
    BACKEND(TYPE, BASE, COMPONENT),
    REMOTE_STATE_BACKEND(TYPE, BASE, COMPONENT),
    DEPENDENCIES(STACK, TYPE, BASE, COMPONENT),
    SOURCE(TYPE, BASE, COMPONENT),
    PROVISION(TYPE, BASE, COMPONENT),
    METADATA(STACK, BASE, COMPONENT),
    LOCALS(BASE, COMPONENT),
    RETRY(BASE, COMPONENT, OVERRIDES),
    TEST(BASE, COMPONENT),
    SECRETS(STACK, BASE, COMPONENT, OVERRIDES);

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Layer.Kind> kinds;

    private final String key = name().toLowerCase(Locale.ROOT);

    Section(Layer.Kind... kinds) {
        this.kinds = Set.of(kinds);
    }

    public String key() {
        return key;
    }

    public boolean isSetBy(Layer.Kind kind) {
        return kinds.contains(kind);
    }

    static Optional<Section> named(String key) {
        return Arrays.stream(values())
                .filter(section -> section.key().equals(key))
                .findFirst();
    }
}
