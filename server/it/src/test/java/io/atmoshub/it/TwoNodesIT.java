package io.atmoshub.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.session.Happening.RunFinished;
import io.atmoshub.hub.session.Message;
import io.atmoshub.server.launcher.HubProcess;
import io.atmoshub.server.launcher.postgres.TestPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one database are one hub.
class TwoNodesIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path here;

    @TempDir
    Path there;

    @Test
    void peopleWatchLiveAcrossBothAndARunOutlivesItsNode() throws SQLException {
        var database = TestPostgres.freshDatabase();
        try (var one = TestHub.startOn(database, here);
                var two = TestHub.startOn(database, there)) {
            String token = one.adminToken();
            Hub onOne = HubOverHttp.withToken(URI.create(one.address()), token);
            Hub onTwo = HubOverHttp.withToken(URI.create(two.address()), token);
            var session = TestHub.newSession(onOne);
            var atOne = new Watcher();
            var atTwo = new Watcher();
            try (var _ = onOne.sessions().follow(session.id(), 0, atOne);
                    var _ = onTwo.sessions().follow(session.id(), 0, atTwo)) {
                onOne.sessions().say(session.id(), Message.of("What is in this project?"));
                atOne.awaitText(SOON);
                atTwo.awaitText(SOON);

                // Whichever node took the run, the other one has to go on.
                TestHub worker = workingNode(database).equals(one.address()) ? one : two;
                Watcher survivor = worker == one ? atTwo : atOne;
                worker.process().kill(HubProcess.Part.SERVER);
                long killed = System.nanoTime();
                assertThat(survivor.awaitEnd(SOON)).isInstanceOf(RunFinished.class);

                assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(45));
                Watcher.assertNumberedFrom(1, survivor.events());
            }
        }
    }

    private static String workingNode(TestPostgres.Database database) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select node.address from run join node on node.id = run.node where run.state = 'WORKING'")) {
            assertThat(row.next()).as("a node works on the run").isTrue();
            return row.getString(1);
        }
    }
}
