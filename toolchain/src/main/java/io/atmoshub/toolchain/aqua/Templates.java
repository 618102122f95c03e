package io.atmoshub.toolchain.aqua;

import java.util.Map;

/// Renders the templates of a registry: Go's, with Sprig's functions except those that look at this machine, and
/// `trimV`.
@FunctionalInterface
public interface Templates {
    /// @throws TemplateFailure when it can't be read or rendered
    String render(String template, Map<String, Object> data);

    /// Why a template has no text.
    final class TemplateFailure extends RuntimeException {
        public TemplateFailure(String what) {
            super(what);
        }
    }
}
