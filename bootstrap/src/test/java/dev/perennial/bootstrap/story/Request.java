package dev.perennial.bootstrap.story;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.ledger.v1.AdjustUnitsRequest;
import dev.perennial.contract.ledger.v1.ReinstateUnitsRequest;
import dev.perennial.contract.loyalty.v1.TransferUnitsRequest;

/** A request with a key. */
sealed interface Request {

    /** Requests with equal keys are the same thing asked for again. */
    String key();

    ByteString body();

    Reply<? extends MessageLite> send(Shop shop);

    /** The same key with something else in it. */
    Request otherBody();

    /** A command; its key is the caller's own. */
    sealed interface Command extends Request {

        MessageLite request();

        String requestId();

        @Override
        default String key() {
            return "command " + requestId();
        }

        @Override
        default ByteString body() {
            return request().toByteString();
        }
    }

    /** A fact. */
    record Tell(Activity activity) implements Request {

        @Override
        public String key() {
            return "activity " + activity.getExternalId();
        }

        @Override
        public ByteString body() {
            return activity.toByteString();
        }

        @Override
        public Reply<? extends MessageLite> send(Shop shop) {
            RecordActivityRequest request =
                    RecordActivityRequest.newBuilder().setActivity(activity).build();
            return Reply.of(shop.activities, stub -> stub.recordActivity(request));
        }

        @Override
        public Request otherBody() {
            return new Tell(activity.toBuilder()
                    .setStore(activity.getStore() + "elsewhere")
                    .build());
        }
    }

    /** Units for another member. */
    record Send(TransferUnitsRequest request) implements Command {

        @Override
        public String requestId() {
            return request.getRequestId();
        }

        @Override
        public Reply<? extends MessageLite> send(Shop shop) {
            return Reply.of(shop.transfers, stub -> stub.transferUnits(request));
        }

        @Override
        public Request otherBody() {
            return new Send(request.toBuilder().setMessage("another message").build());
        }
    }

    /** A correction by hand. */
    record Adjust(AdjustUnitsRequest request) implements Command {

        @Override
        public String requestId() {
            return request.getRequestId();
        }

        @Override
        public Reply<? extends MessageLite> send(Shop shop) {
            return Reply.of(shop.ledger, stub -> stub.adjustUnits(request));
        }

        @Override
        public Request otherBody() {
            return new Adjust(request.toBuilder().setReason("another reason").build());
        }
    }

    /** What ran out is given back. */
    record Reinstate(ReinstateUnitsRequest request) implements Command {

        @Override
        public String requestId() {
            return request.getRequestId();
        }

        @Override
        public Reply<? extends MessageLite> send(Shop shop) {
            return Reply.of(shop.ledger, stub -> stub.reinstateUnits(request));
        }

        @Override
        public Request otherBody() {
            return new Reinstate(request.toBuilder().setReason("another reason").build());
        }
    }
}
