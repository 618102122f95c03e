package io.atmoshub.server.launcher.wildfly;

import io.atmoshub.server.launcher.settings.Settings;
import io.atmoshub.server.schema.DatabaseLogin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The command line of the server. No secret is in it: those travel through the environment.
public record ServerCommand(
        Path distribution, ServerFolder folder, Path log, Settings settings, DatabaseLogin database) {
    /// How long requests that are under way get when the server is told to stop.
    static final Duration FINISHES_REQUESTS_WITHIN = Duration.ofSeconds(8);

    /// What WildFly's own start script opens up, for the parts that are in use.
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    public List<String> words() {
        Path home = distribution.resolve("server");
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-D[Atmos Hub]", "-Xms96m", "-Xmx512m", "-XX:+UseSerialGC"));
        // The start loads 23,000 classes: with the usual sizes that takes three full collections and forty small ones.
        words.addAll(List.of("-XX:MetaspaceSize=192m", "-XX:NewSize=40m"));
        // A third of the start's work was compiling for the best code what runs at the start only; ten times the usual
        // number of calls have to come before that pays.
        words.addAll(List.of("-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000"));
        words.addAll(List.of("-XX:Tier4CompileThreshold=150000", "-XX:Tier4BackEdgeThreshold=400000"));
        // A server without memory answers nobody; ended, it can be started again.
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("--sun-misc-unsafe-memory-access=allow");
        words.add("--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");
        OPENED.forEach(opened -> words.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        words.addAll(folder.classes().options(settings.javaOptions()));
        words.addAll(settings.javaOptions());
        property(words, "java.awt.headless", "true");
        property(words, "jboss.modules.system.pkgs", "org.jboss.byteman");
        property(words, "org.jboss.boot.log.file", log.resolve("server.log").toString());
        property(
                words,
                "logging.configuration",
                folder.folder()
                        .resolve("configuration/logging.properties")
                        .toUri()
                        .toString());
        property(words, "jboss.home.dir", home.toString());
        property(words, "jboss.server.base.dir", folder.folder().toString());
        property(words, "jboss.server.log.dir", log.toString());
        property(words, "jboss.bind.address", settings.http().host());
        property(words, "org.wildfly.sigterm.suspend.timeout", Long.toString(FINISHES_REQUESTS_WITHIN.toSeconds()));
        hub(words);
        words.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
        words.addAll(List.of("-mp", home.resolve("modules").toString(), "org.jboss.as.standalone"));
        words.addAll(List.of("-c", ServerFolder.CONFIGURATION));
        return List.copyOf(words);
    }

    private void hub(List<String> words) {
        property(words, "hub.jdbc.url", database.url());
        property(words, "hub.jdbc.user", database.user());
        String port = Integer.toString(settings.http().port());
        if (settings.tls().isPresent()) {
            property(words, "hub.http", "false");
            property(words, "hub.https", "true");
            property(words, "jboss.https.port", port);
        } else {
            property(words, "jboss.http.port", port);
        }
        if (!settings.proxies().none()) {
            property(words, "hub.trusted.proxies", settings.proxies().regex());
        }
        // Tells apart the transactions of servers that share a database; 23 characters at most.
        property(
                words, "jboss.tx.node.id", "hub-" + UUID.randomUUID().toString().substring(0, 13));
    }

    private static void property(List<String> words, String name, String value) {
        words.add("-D" + name + "=" + value);
    }
}
