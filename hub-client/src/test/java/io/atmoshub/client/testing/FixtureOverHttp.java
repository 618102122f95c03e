package io.atmoshub.client.testing;

import io.atmoshub.client.HubOverHttp;
import io.atmoshub.client.wire.Credential;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.hub.testing.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Contracts against any hub that is reached over HTTP. It signs in as the administrator and, where they
/// are not there yet, invites the rest of the cast. Make one for a server and use it for many tests.
public final class FixtureOverHttp implements Fixture {
    private static final String PASSWORD = "six quiet mountains";

    private final URI address;
    private final Path root;
    private final Path outside;
    private final Supplier<String> messageThatAsks;
    private final HttpClient browser =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<Cast, Hub> cast = new EnumMap<>(Cast.class);
    private final List<HubOverHttp> opened = new ArrayList<>();
    private @Nullable Mirroring mirroring;

    /// `root` is a folder under which projects may be registered, `outside` one where they may not.
    public FixtureOverHttp(
            URI address, String adminPassword, Path root, Path outside, Supplier<String> messageThatAsks) {
        this.address = address;
        this.root = root;
        this.outside = outside;
        this.messageThatAsks = messageThatAsks;
        Hub admin = signIn("admin", adminPassword);
        cast.put(Cast.ADMIN, admin);
        for (Cast who : Cast.values()) {
            if (who != Cast.ADMIN) {
                cast.put(who, invited(admin, who));
            }
        }
    }

    private Hub invited(Hub admin, Cast who) {
        var there = admin.people().list(PageRequest.first(PageRequest.MOST)).items().stream()
                .filter(p -> p.login().value().equals(who.login()))
                .findFirst();
        Invitation invitation = there.map(p -> admin.people().inviteAgain(p.id()))
                .orElseGet(() -> admin.people()
                        .invite(new NewPerson(
                                new LoginName(who.login()), new DisplayName(who.displayName()), who.role())));
        return with(new Credential.SignIn(joined(invitation, PASSWORD)));
    }

    @Override
    public Hub as(Cast who) {
        Hub hub = cast.get(who);
        if (hub == null) {
            throw new IllegalStateException("Nobody plays " + who);
        }
        return hub;
    }

    @Override
    public Hub signIn(String login, String password) {
        var answer = post("auth/login", Map.of("username", login, "password", password, "continue", "/"));
        return with(new Credential.SignIn(cookies(answer, ErrorCode.NOT_SIGNED_IN, "Name and password don't match.")));
    }

    @Override
    public void join(Invitation invitation, String password) {
        joined(invitation, password);
    }

    private String joined(Invitation invitation, String password) {
        String secret = invitation.path().substring("join/".length());
        var answer = post("auth/join", Map.of("secret", secret, "password", password));
        return cookies(answer, ErrorCode.NOT_FOUND, "The invitation does not work.");
    }

    @Override
    public Hub withToken(String secret) {
        return with(new Credential.Token(secret));
    }

    @Override
    public ProjectId project() {
        return as(Cast.ADMIN)
                .projects()
                .list(PageRequest.first(1))
                .items()
                .getFirst()
                .id();
    }

    @Override
    public String newFolder() {
        return newFolder(root);
    }

    @Override
    public String folderOutside() {
        return newFolder(outside);
    }

    @Override
    public String messageThatAsks() {
        return messageThatAsks.get();
    }

    /// How something is mirrored on that server.
    @FunctionalInterface
    public interface Mirroring {
        void mirror(Cast who, String address, String content);
    }

    public FixtureOverHttp with(Mirroring way) {
        mirroring = way;
        return this;
    }

    @Override
    public boolean mirror(Cast who, String address, String content) {
        if (mirroring == null) {
            return false;
        }
        mirroring.mirror(who, address, content);
        return true;
    }

    /// Lets go of the server; until then {@link #close} keeps the cast for the next test.
    public void leave() {
        opened.forEach(HubOverHttp::close);
        browser.shutdownNow();
    }

    private Hub with(Credential credential) {
        var hub = HubOverHttp.at(address, credential);
        opened.add(hub);
        return hub;
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address.resolve("/" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.getScheme() + "://" + address.getAuthority())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String cookies(HttpResponse<?> answer, ErrorCode otherwise, String why) {
        String location = answer.headers().firstValue("Location").orElse("");
        String cookies = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .filter(cookie -> cookie.startsWith("HUBSIGNIN="))
                .collect(Collectors.joining("; "));
        if (cookies.isEmpty() || answer.statusCode() >= 400) {
            boolean wait = location.contains("wait");
            throw new HubException(
                    wait ? ErrorCode.TOO_MANY_ATTEMPTS : otherwise, why, "The answer was " + answer.statusCode() + ".");
        }
        return cookies;
    }

    private static String newFolder(Path in) {
        try {
            return Files.createTempDirectory(in, "folder").toRealPath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
