package io.atmoshub.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.atmoshub.server.Hubs;
import io.atmoshub.server.database.Tx;
import jakarta.inject.Inject;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The beans where they really live: WildFly's CDI, its transactions and its Hibernate.
@ExtendWith(ArquillianExtension.class)
class InContainerIT {
    @Inject
    Tx tx;

    @Inject
    Hubs hubs;

    /// The hub's own WAR without its pages.
    @Deployment
    static WebArchive server() {
        var war = ShrinkWrap.create(ExplodedImporter.class, "in-container.war")
                .importDirectory(new File(System.getProperty("hub.distribution"), "server/hub.war"))
                .as(WebArchive.class);
        List<ArchivePath> pages = new ArrayList<>();
        for (ArchivePath path : war.getContent().keySet()) {
            String name = path.get();
            if (name.startsWith("/WEB-INF/lib/web-ui")
                    || name.startsWith("/WEB-INF/lib/vaadin")
                    || name.startsWith("/WEB-INF/lib/flow")) {
                pages.add(path);
            }
        }
        pages.forEach(war::delete);
        return war.addClass(InContainerIT.class);
    }

    @Test
    void theServicesAreThere() {
        assertTrue(hubs != null && tx != null);
    }

    @Test
    void whatAnExceptionLeavesIsRolledBack() {
        assertThrows(
                IllegalStateException.class,
                () -> tx.run(em -> {
                    insert(em, "rolled-back");
                    throw new IllegalStateException("on purpose");
                }));

        assertEquals(0, count("rolled-back"));
    }

    @Test
    void workInsideOtherWorkJoinsItsTransaction() {
        assertThrows(
                IllegalStateException.class,
                () -> tx.run(outer -> {
                    tx.run(inner -> insert(inner, "joined"));
                    throw new IllegalStateException("on purpose");
                }));

        assertEquals(0, count("joined"));
    }

    @Test
    void aVirtualThreadHasTransactionsToo() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> tx.run(em -> insert(em, "virtual"))).get();
        }

        assertEquals(1, count("virtual"));
    }

    @Test
    void newsGoOutAfterTheCommitAndNeverAfterARollback() {
        List<String> news = new ArrayList<>();

        tx.run(em -> {
            tx.afterCommit(() -> news.add("committed"));
            assertTrue(news.isEmpty());
        });
        assertThrows(
                IllegalStateException.class,
                () -> tx.run(em -> {
                    tx.afterCommit(() -> news.add("rolled back"));
                    throw new IllegalStateException("on purpose");
                }));

        assertEquals(List.of("committed"), news);
    }

    private static void insert(jakarta.persistence.EntityManager em, String name) {
        em.createNativeQuery("insert into hub_state (name, value) values (?1, ?2)")
                .setParameter(1, name)
                .setParameter(2, "x")
                .executeUpdate();
    }

    private long count(String name) {
        return tx.call(em -> ((Number) em.createNativeQuery("select count(*) from hub_state where name = ?1")
                        .setParameter(1, name)
                        .getSingleResult())
                .longValue());
    }
}
