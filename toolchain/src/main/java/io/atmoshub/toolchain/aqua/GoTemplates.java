package io.atmoshub.toolchain.aqua;

import io.atmoshub.gotemplate.Functions;
import io.atmoshub.gotemplate.Limits;
import io.atmoshub.gotemplate.Options;
import io.atmoshub.gotemplate.Reach;
import io.atmoshub.gotemplate.Template;
import io.atmoshub.gotemplate.TemplateException;
import io.atmoshub.gotemplate.sprig.Sprig;
import java.time.Duration;
import java.util.Map;

/// Go's templates with Sprig's functions and `trimV`. They may look at nothing, and their output is a name.
public final class GoTemplates implements Templates {
    private static final Limits LIMITS = new Limits(20_000, 200_000, 50, Duration.ofSeconds(2));
    private static final Functions FUNCTIONS = name -> switch (name) {
        case "trimV" ->
            call -> {
                String version = call.of(1).text(0);
                return version.startsWith("v") ? version.substring(1) : version;
            };
        case "env", "expandenv", "getHostByName" -> null;
        default -> Sprig.FUNCTIONS.find(name);
    };

    @Override
    public String render(String template, Map<String, Object> data) {
        try {
            return Template.parse("template", template, Options.DEFAULT)
                    .execute(data, FUNCTIONS, Reach.NOTHING, LIMITS);
        } catch (TemplateException e) {
            throw new TemplateFailure(
                    e.problem() + " In: " + (template.length() > 200 ? template.substring(0, 200) + "…" : template));
        }
    }
}
