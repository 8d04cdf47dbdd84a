//! Accounts and contacts as lists: every field, with the headings that systems and people give it.
//!
//! The headings are those of Gainsight, Salesforce, Planhat and ClientSuccess, as far as their documents name them, and
//! what people write themselves. How a heading is compared is `columns`' matter.

use cairn_domain::{
    AccountSentiment, Hosting, Kind, Level, LifecycleStage, Persona, Priority, Sentiment, SubscriptionPlan,
    SuccessTier,
};

use super::{
    columns::{Column, Form, Sort},
    words::word,
};

/// The form of a list.
pub(super) fn form(kind: Kind) -> &'static Form {
    if kind == Kind::Contact { &CONTACTS } else { &ACCOUNTS }
}

const fn column(field: &'static str, sort: Sort, names: &'static [&'static str]) -> Column {
    Column { field, sort, names }
}

pub(super) static ACCOUNTS: Form = Form {
    kind: Kind::Account,
    columns: &[
        column(
            "name",
            Sort::Text,
            &[
                "Account",
                "Account Name",
                "Company",
                "Company Name",
                "Client Name",
                "Customer",
                "Customer Name",
                "Organization",
            ],
        ),
        column(
            "external_id",
            Sort::Id,
            &[
                "Id",
                "Company Id",
                "Account ID",
                "Account Number",
                "Source Id",
                "CRM Id",
                "SFDC Account ID",
                "Salesforce Id",
                "Salesforce Account ID",
                "18 Digit Account ID",
                "Case Safe ID",
                "Client Id",
            ],
        ),
        column("arr", Sort::Amount, &["Annual Recurring Revenue", "Current ARR", "Total ARR", "ACV", "CARR"]),
        column(
            "currency",
            Sort::Currency,
            &["Currency ISO Code", "ARR Currency", "Account Currency", "Company Currency"],
        ),
        column(
            "success_tier",
            word::<SuccessTier>(),
            &["Tier", "Service Tier", "Service Level", "CS Tier", "Success Plan Tier"],
        ),
        column("priority", word::<Priority>(), &["Account Priority", "CS Priority"]),
        column(
            "lifecycle_stage",
            word::<LifecycleStage>(),
            &["Stage", "Customer Stage", "Lifecycle", "Journey Stage", "Phase"],
        ),
        column("segment", Sort::Text, &["Account Segment", "Sales Segment", "Customer Segment"]),
        column("region", Sort::Text, &["Sales Region", "Geo", "Territory", "Account Region"]),
        column("industry", Sort::Text, &["Vertical", "Sector"]),
        column(
            "country",
            Sort::Country,
            &[
                "Billing Country",
                "Country Code",
                "Account Country",
                "Billing Country Code",
                "Shipping Country",
            ],
        ),
        column("city", Sort::Text, &["Billing City", "Town", "Headquarters", "HQ"]),
        column("time_zone", Sort::Text, &["Timezone", "Zone"]),
        column(
            "subscription_plan",
            word::<SubscriptionPlan>(),
            &["Plan", "Subscription", "Product Tier", "License Type"],
        ),
        column(
            "licensed_seats",
            Sort::Whole,
            &[
                "Seats",
                "Licenses",
                "Licences",
                "Licensed Users",
                "Quantity",
                "Number of Licenses",
                "Purchased Seats",
            ],
        ),
        column(
            "renewal_date",
            Sort::Day,
            &["Renewal", "Next Renewal Date", "Next Renewal", "Subscription End Date", "Contract End Date"],
        ),
        column(
            "customer_since",
            Sort::Day,
            &["Original Contract Date", "Customer Since Date", "Contract Start Date", "First Contract Date"],
        ),
        column("fiscal_year_start", Sort::Month, &["Fiscal Year Start Month", "Fiscal Year"]),
        column("hosting", word::<Hosting>(), &["Hosting Type", "Deployment", "Deployment Type", "Delivery"]),
        column("product_version", Sort::Text, &["Version", "GitLab Version"]),
        column("public_sector", Sort::Flag, &["Government", "PubSec"]),
        column("sentiment", word::<AccountSentiment>(), &["CSM Sentiment", "Account Sentiment"]),
        column("sentiment_reason", Sort::Text, &["Sentiment Notes", "Sentiment Comment"]),
        column("csm", Sort::Text, &["Customer Success Manager", "CSM Name", "CSM Owner"]),
        column("csa", Sort::Text, &["Customer Success Architect", "TAM", "Technical Account Manager"]),
        column(
            "ae",
            Sort::Text,
            &["Account Executive", "Account Owner", "Account Manager", "Owner", "Sales Rep"],
        ),
        column("sa", Sort::Text, &["Solutions Architect", "Solution Architect"]),
        column("rm", Sort::Text, &["Renewals Manager", "Renewal Manager"]),
        column("ps", Sort::Text, &["Professional Services"]),
        column("notes", Sort::Text, &["Note", "Comments", "Description", "Account Description"]),
    ],
    foreign: &[
        ("Opportunity Name", "lifecycle_stage"),
        ("Opportunity Name", "ae"),
        ("Opportunity Name", "notes"),
    ],
};

pub(super) static CONTACTS: Form = Form {
    kind: Kind::Contact,
    columns: &[
        column("id", Sort::Text, &["External Id", "Cairn Id"]),
        column("name", Sort::Text, &["Full Name", "Contact", "Contact Name", "Person", "Person Name"]),
        column("first_name", Sort::Text, &["Given Name", "Forename"]),
        column("last_name", Sort::Text, &["Surname", "Family Name"]),
        column(
            "email",
            Sort::Text,
            &["E-mail", "Email Address", "E-mail Address", "User Email", "Work Email", "Business Email"],
        ),
        column(
            "account",
            Sort::Text,
            &[
                "Account Name",
                "Company",
                "Company Name",
                "Client Name",
                "Customer",
                "Customer Name",
                "Organization",
            ],
        ),
        column(
            "account_id",
            Sort::Id,
            &[
                "Company Id",
                "Account Number",
                "SFDC Account ID",
                "Salesforce Account ID",
                "Client Id",
                "Account External Id",
            ],
        ),
        column("title", Sort::Text, &["Job Title", "Position", "Business Title"]),
        column(
            "persona",
            word::<Persona>(),
            &["Role", "Contact Role", "Type", "Contact Type", "Influencer Type"],
        ),
        column("influence", word::<Level>(), &["Influence Level"]),
        column("sentiment", word::<Sentiment>(), &["Contact Sentiment"]),
        column(
            "phone",
            Sort::Text,
            &["Telephone", "Phone Number", "Business Phone", "Work Phone", "Mobile", "Mobile Phone"],
        ),
        column("reports_to", Sort::Text, &["Manager", "Reports To Name", "Reporting To"]),
        column(
            "left_on",
            Sort::Day,
            &["Left the Company", "Left Company", "Left", "Date Left", "Inactive Since"],
        ),
        column("notes", Sort::Text, &["Note", "Comments", "Description", "Contact Description"]),
    ],
    foreign: &[],
};
