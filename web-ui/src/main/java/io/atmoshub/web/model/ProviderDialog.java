package io.atmoshub.web.model;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderKey;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a provider is asked. A key can be given and taken away here, and never seen; what the environment decides is
/// shown with the name of its variable, and stays.
final class ProviderDialog extends Dialog {
    private final Models models;
    private final ProviderSetup setup;
    private final Runnable saved;
    private final Checkbox enabled = new Checkbox(Words.of("provider.enabled"));
    private final PasswordField key = new PasswordField(Words.of("provider.key"));
    private final Checkbox removeKey = new Checkbox(Words.of("provider.removeKey"));
    private final TextField baseUrl = new TextField(Words.of("provider.baseUrl"));
    private final TextField region = new TextField(Words.of("provider.region"));
    private final TextArea offered = new TextArea(Words.of("provider.models"));
    private final TextField defaultModel = new TextField(Words.of("provider.defaultModel"));
    private final IntegerField maxTokens = new IntegerField(Words.of("provider.maxTokens"));
    private final IntegerField timeout = new IntegerField(Words.of("provider.timeout"));
    private final IntegerField retries = new IntegerField(Words.of("provider.retries"));

    ProviderDialog(Models models, ProviderSetup setup, Runnable saved) {
        this.models = models;
        this.setup = setup;
        this.saved = saved;
        setHeaderTitle(setup.title());
        show();
        fix("enabled", enabled);
        fix("key", key);
        fix("baseUrl", baseUrl);
        fix("region", region);
        fix("models", offered);
        fix("defaultModel", defaultModel);
        fix("maxTokens", maxTokens);
        fix("timeoutSeconds", timeout);
        fix("retries", retries);
        var numbers = new Div(maxTokens, timeout, retries);
        numbers.addClassName("numbers");
        var form = new Div(enabled, key, removeKey, baseUrl, region, defaultModel, offered, numbers);
        form.addClassName("form");
        add(form);
        getFooter()
                .add(
                        Buttons.plain(Words.of("cancel"), click -> close()),
                        Buttons.primary(Words.of("provider.save"), click -> save()));
    }

    private void show() {
        ProviderKey present = setup.key();
        enabled.setValue(setup.enabled() || present == null);
        key.setHelperText(
                present == null
                        ? Words.of("provider.key.none")
                        : present.variable() == null
                                ? Words.of("provider.key.kept", present.end())
                                : Words.of("models.keyFrom", present.variable(), present.end()));
        key.setAutocomplete(Autocomplete.NEW_PASSWORD);
        key.setRevealButtonVisible(false);
        removeKey.setVisible(present != null && present.variable() == null);
        baseUrl.setPlaceholder(setup.usualUrl());
        baseUrl.setHelperText(Words.of("provider.baseUrl.help"));
        baseUrl.setValue(text(setup.baseUrl()));
        baseUrl.setVisible(!setup.provider().equals("bedrock"));
        region.setPlaceholder("us-east-1");
        region.setValue(text(setup.region()));
        region.setVisible(setup.provider().equals("bedrock"));
        offered.setHelperText(Words.of("provider.models.help"));
        offered.setPlaceholder(String.join("\n", setup.models()));
        offered.setValue(String.join("\n", setup.chosenModels()));
        offered.setMaxHeight("9rem");
        defaultModel.setHelperText(Words.of("provider.defaultModel.help"));
        defaultModel.setPlaceholder(text(setup.defaultModel()));
        defaultModel.setValue(text(setup.chosenDefault()));
        maxTokens.setValue(setup.maxTokens());
        timeout.setValue(setup.timeoutSeconds());
        retries.setValue(setup.retries());
    }

    private void fix(String setting, HasValue<?, ?> field) {
        String variable = setup.fixed().get(setting);
        if (variable != null) {
            field.setReadOnly(true);
            if (field instanceof HasHelper helped) {
                helped.setHelperText(Words.of("provider.fixed", variable));
            }
        }
    }

    private void save() {
        try {
            models.set(
                    setup.provider(),
                    new ProviderChange(
                            enabled.getValue(),
                            removeKey.getValue() ? "" : key.isEmpty() ? null : key.getValue(),
                            unlessFixed("baseUrl", baseUrl.getValue()),
                            unlessFixed("region", region.getValue()),
                            setup.fixed().containsKey("models")
                                    ? List.of()
                                    : offered.getValue().lines().toList(),
                            unlessFixed("defaultModel", defaultModel.getValue()),
                            number(maxTokens, ProviderChange.USUAL_MAX_TOKENS),
                            number(timeout, ProviderChange.USUAL_TIMEOUT_SECONDS),
                            number(retries, ProviderChange.USUAL_RETRIES)));
            close();
            saved.run();
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }

    /// The environment's value is not the admins': it goes when the variable goes.
    private @Nullable String unlessFixed(String setting, String value) {
        return setup.fixed().containsKey(setting) ? null : value;
    }

    private static int number(IntegerField field, int usual) {
        return Objects.requireNonNullElse(field.getValue(), usual);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
