package io.atmoshub.web.model;

import com.vaadin.flow.component.select.Select;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.web.face.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which model answers from the next message on.
public final class ModelPicker extends Select<ModelOffer> {
    public ModelPicker(List<ModelOffer> offers, @Nullable ModelRef chosen, Consumer<ModelRef> choose) {
        List<ModelOffer> all = new ArrayList<>(offers);
        ModelOffer present = offers.stream()
                .filter(offer -> chosen == null || offer.ref().equals(chosen))
                .findFirst()
                .orElseGet(() -> gone(chosen, all));
        setAriaLabel(Words.of("models.picker"));
        setItems(all);
        setItemLabelGenerator(Choice::label);
        setValue(present);
        addClassNames("picker", "model-picker");
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose.accept(change.getValue().ref());
            }
        });
    }

    /// It was chosen while it was offered.
    private static ModelOffer gone(@Nullable ModelRef chosen, List<ModelOffer> all) {
        ModelRef ref = chosen == null ? ModelRef.BUILT_IN : chosen;
        ModelOffer gone = new ModelOffer(ref, ref.model(), Words.of("models.gone"), 0, 0, List.of(), null);
        all.addFirst(gone);
        return gone;
    }
}
