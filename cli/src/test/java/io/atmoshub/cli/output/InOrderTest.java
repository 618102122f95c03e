package io.atmoshub.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InOrderTest {
    @Test
    void resultsStandInTheOrderOfWhatTheyComeFrom() {
        List<Integer> items = IntStream.range(0, 1_000).boxed().toList();

        assertThat(InOrder.of(items, item -> item * 2))
                .isEqualTo(items.stream().map(item -> item * 2).toList());
        assertThat(InOrder.of(List.of(), item -> item)).isEmpty();
    }

    @Test
    void aSlowFirstOneHoldsUpNoOther() {
        var others = new CountDownLatch(Runtime.getRuntime().availableProcessors() > 1 ? 99 : 0);

        List<Integer> results = InOrder.of(IntStream.range(0, 100).boxed().toList(), item -> {
            if (item > 0) {
                others.countDown();
            } else {
                await(others);
            }
            return item;
        });

        assertThat(results).first().isEqualTo(0);
    }

    @Test
    void aFailureIsTheCallersOwn() {
        var failure = new IllegalArgumentException("item 3");

        assertThatThrownBy(() -> InOrder.of(List.of(1, 2, 3), item -> {
                    if (item == 3) {
                        throw failure;
                    }
                    return item;
                }))
                .isSameAs(failure);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
