package io.atmoshub.web.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.web.face.PageHead;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/// Which providers the hub may ask, with which keys, and which model answers where nobody chose one.
@Route("models")
@RolesAllowed("admin")
@Dependent
public final class ModelsView extends Div implements HasDynamicTitle {
    private final Models models;
    private final Select<ModelOffer> usual = new Select<>();
    private final Div list = new Div();

    @Inject
    public ModelsView(Hub hub) {
        this.models = hub.models();
        addClassNames("narrow", "sheet", "models");
        usual.setLabel(Words.of("models.default"));
        usual.setHelperText(Words.of("models.default.help"));
        usual.setItemLabelGenerator(Choice::label);
        usual.setWidth("26rem");
        usual.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                makeDefault(change.getValue());
            }
        });
        list.addClassName("rows");
        var privacy = new Paragraph(Words.of("models.privacy"));
        privacy.addClassName("quiet");
        add(new PageHead(Words.of("nav.models"), Words.of("models.about")), usual, list, privacy);
        refresh();
    }

    private void refresh() {
        List<ModelOffer> offered = models.offered();
        usual.setItems(offered);
        usual.setValue(offered.getFirst());
        list.removeAll();
        models.providers().forEach(setup -> list.add(row(setup)));
    }

    private Component row(ProviderSetup setup) {
        return new ProviderRow(setup, models::test, () -> new ProviderDialog(models, setup, this::refresh).open());
    }

    private void makeDefault(ModelOffer offer) {
        try {
            models.makeDefault(offer.ref());
            Toast.say(Words.of("models.default.changed", offer.name()));
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
        refresh();
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("nav.models"));
    }
}
