package dev.perennial.domain.activity;

/** What customers do besides buying. */
public sealed interface Engagement extends ActivityDetail {

    /**
     * The customer wrote about something.
     *
     * @param sku the article; empty when it is about the shop
     * @param rating 1 to 5, 0 when none was given
     * @param verified whether the caller knows that the customer bought it
     */
    record Review(String sku, int rating, boolean verified) implements Engagement {

        @Override
        public ActivityType type() {
            return ActivityType.REVIEW;
        }
    }

    /** The customer follows the business on a network. */
    record SocialFollow(String network) implements Engagement {

        @Override
        public ActivityType type() {
            return ActivityType.SOCIAL_FOLLOW;
        }
    }

    /** The customer read or watched something. */
    record ContentView(String contentId) implements Engagement {

        @Override
        public ActivityType type() {
            return ActivityType.CONTENT_VIEW;
        }
    }

    /** The customer's profile has everything that the business asks for. */
    record ProfileCompleted() implements Engagement {

        @Override
        public ActivityType type() {
            return ActivityType.PROFILE_COMPLETED;
        }
    }

    /** The customer installed the app. */
    record AppInstalled(String platform) implements Engagement {

        @Override
        public ActivityType type() {
            return ActivityType.APP_INSTALLED;
        }
    }
}
