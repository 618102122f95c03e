package io.atmoshub.server.lifecycle;

import io.atmoshub.assistant.conversation.Assistant;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.assistant.tool.file.FileTools;
import io.atmoshub.assistant.tool.stack.StackTools;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.live.HttpPeers;
import io.atmoshub.server.live.PeerProof;
import io.atmoshub.server.live.Peers;
import io.atmoshub.server.model.HubModels;
import io.atmoshub.server.node.Node;
import io.atmoshub.server.node.Notices;
import io.atmoshub.server.run.AssistantWork;
import io.atmoshub.server.run.RunPolicies;
import io.atmoshub.server.run.RunWork;
import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.stack.WarmStacks;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadFactory;
import org.postgresql.Driver;

/// What the rest of the server stands on, as the application server and its settings give it.
@ApplicationScoped
public class ServerWiring {
    @Resource
    @SuppressWarnings("NullAway.Init") // the server fills it in
    private ContextService contexts;

    /// Virtual threads that know the application: its classes, its names and its transactions.
    @Produces
    @Singleton
    ThreadFactory threads() {
        ContextService known = contexts;
        return task -> Thread.ofVirtual().name("hub-", 0).unstarted(known.contextualRunnable(task));
    }

    @Produces
    @Singleton
    static Node node(Settings settings) {
        String host = settings.get("ATMOS_HUB_HTTP_HOST").orElse("127.0.0.1");
        String port = settings.get("ATMOS_HUB_HTTP_PORT").orElse("8080");
        return Node.starting(
                URI.create(settings.get("ATMOS_HUB_NODE_ADDRESS").orElse("http://%s:%s".formatted(host, port))));
    }

    /// The same database as the data source's, under the same role.
    @Produces
    @Singleton
    static Notices.Connector connector() {
        return () -> {
            Properties login = new Properties();
            login.setProperty("user", System.getProperty("hub.jdbc.user", "atmos_hub_app"));
            login.setProperty(
                    "password",
                    Optional.ofNullable(System.getenv("HUB_JDBC_PASSWORD")).orElse(""));
            login.setProperty("ApplicationName", "atmos-hub notices");
            login.setProperty("tcpKeepAlive", "true");
            String url = System.getProperty("hub.jdbc.url", "jdbc:postgresql://127.0.0.1:5432/atmos_hub");
            Connection connection = new Driver().connect(url, login);
            if (connection == null) {
                throw new SQLException("hub.jdbc.url is no address of a PostgreSQL database");
            }
            return connection;
        };
    }

    @Produces
    @Singleton
    static RunWork work(RunPolicies policies, WarmStacks stacks, HubModels models, Tx tx) {
        Toolbox tools = FileTools.with(StackTools.of(stacks.projects()));
        return new AssistantWork(
                run -> new Assistant(tx.call(em -> models.answering(em, run.session())), tools), policies);
    }

    @Produces
    @Singleton
    static Peers peers(PeerProof proof) {
        return new HttpPeers(proof);
    }
}
