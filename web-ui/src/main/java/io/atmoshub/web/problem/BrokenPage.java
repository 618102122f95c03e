package io.atmoshub.web.problem;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.web.face.Words;
import jakarta.enterprise.context.Dependent;

/// A bug of ours. Stands without the frame, which may be what broke.
@Tag("div")
@Dependent
public final class BrokenPage extends ProblemPage implements HasErrorParameter<Exception> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> problem) {
        HubException refusal = Mishaps.refusal(problem.getException());
        if (refusal != null) {
            return show(refusal);
        }
        String reference = Mishaps.reference(problem.getException());
        return show(
                Words.of("broken.title"),
                Words.of("broken.what", reference),
                Words.of("broken.hint"),
                ErrorCode.BROKEN);
    }
}
