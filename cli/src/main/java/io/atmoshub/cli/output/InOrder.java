package io.atmoshub.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Works things out on all processors, one after the other, and gives the results in the order of what they come from.
/// (A parallel stream shares them out beforehand, four shares on two processors; the last one to be done is waited
// for.)
final class InOrder {
    private InOrder() {}

    static <T, R> List<R> of(List<T> items, Function<T, R> work) {
        int processors = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, items.size()));
        List<Callable<R>> tasks =
                items.stream().<Callable<R>>map(item -> () -> work.apply(item)).toList();
        try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
            List<R> results = new ArrayList<>(items.size());
            for (Future<R> each : workers.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a document was written", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
