package io.atmoshub.web;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinService;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.testing.InMemoryHub;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;

/// Views without a browser, on a hub in memory: {@link #actAs} says who is signed in.
public abstract class Browserless extends BrowserlessTest {
    private static final ThreadLocal<Hub> ACTING = new ThreadLocal<>();

    protected final InMemoryHub hub = InMemoryHub.withPeople();

    /// The environment opens the first page at once, so somebody must be there.
    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        ACTING.set(hub.as("ana"));
        super.initVaadinEnvironment();
    }

    /// Somebody signs in, in a browser of their own.
    protected Hub actAs(String login) {
        Hub acting = hub.as(login);
        cleanVaadinEnvironment();
        ACTING.set(acting);
        super.initVaadinEnvironment();
        return acting;
    }

    /// All pages, since the rail links to them.
    @Override
    protected Set<String> scanPackages() {
        return Set.of("io.atmoshub.web");
    }

    @Override
    protected Set<Class<?>> lookupServices() {
        return Set.of(Views.class);
    }

    /// Gives views the hub of who acts, as CDI does in the server.
    public static final class Views implements InstantiatorFactory {
        @Override
        public Instantiator createInstantitor(VaadinService service) {
            return new DefaultInstantiator(service) {
                @Override
                public <T> T getOrCreate(Class<T> type) {
                    Optional<Constructor<?>> withHub = Arrays.stream(type.getConstructors())
                            .filter(it -> Arrays.equals(it.getParameterTypes(), new Class<?>[] {Hub.class}))
                            .findFirst();
                    return withHub.isPresent() ? type.cast(made(withHub.get())) : super.getOrCreate(type);
                }
            };
        }

        private static Object made(Constructor<?> constructor) {
            try {
                return constructor.newInstance(ACTING.get());
            } catch (ReflectiveOperationException e) {
                if (e.getCause() instanceof RuntimeException refusal) {
                    throw refusal;
                }
                throw new IllegalStateException(e);
            }
        }
    }

    /// Lets what came from other threads reach the page until it shows what is expected.
    protected void until(Supplier<Boolean> shown) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (!shown.get()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not shown within ten seconds; the page says: " + text());
            }
            Thread.onSpinWait();
            roundTrip();
        }
    }

    /// All words on the page, open dialogs and toasts included.
    protected String text() {
        UI ui = UI.getCurrent();
        return words(ui) + " "
                + String.join(
                        " ",
                        find(Notification.class).all().stream()
                                .map(Browserless::words)
                                .toList());
    }

    protected static String words(Component component) {
        return everything(component)
                .map(Browserless::own)
                .filter(it -> !it.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String own(Component component) {
        Element element = component.getElement();
        String html = element.getProperty("innerHTML", "");
        String texts = element.getChildren()
                .filter(Element::isTextNode)
                .map(Element::getText)
                .collect(Collectors.joining());
        return (html.startsWith("<svg") ? "" : Jsoup.parse(html).text()) + texts;
    }

    /// The component and all that is visible in it.
    protected static Stream<Component> everything(Component component) {
        return !(component instanceof Text) && component.isVisible()
                ? Stream.concat(Stream.of(component), component.getChildren().flatMap(Browserless::everything))
                : Stream.empty();
    }

    /// The visible button with these words.
    protected void press(String words) {
        Component button = Stream.concat(find(Button.class).all().stream(), find(NativeButton.class).all().stream())
                .filter(it -> words(it).contains(words)
                        || words.equals(it.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button \"" + words + "\" on: " + text()));
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
        roundTrip();
    }
}
