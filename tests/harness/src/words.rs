//! Texts that a person of these trades would write: a sample that repeats its labels is taken for a fault.

/// Returns the words for the `i`-th row, or for the field outside rows. None: any prose will do.
pub(crate) fn words(section: &str, field: &str, i: usize) -> Option<String> {
    let one = single(section, field).map(str::to_owned);
    one.or_else(|| several(section, field).map(|words| nth(words, i)))
}

/// Rows must differ: from the second round on they are numbered.
fn nth(words: &[&str], i: usize) -> String {
    let word = words[i % words.len()];
    match i / words.len() {
        0 => word.to_owned(),
        round => format!("{word}（{}）", round + 1),
    }
}

fn single(section: &str, field: &str) -> Option<&'static str> {
    Some(match (section, field) {
        ("basic_info", "current_work") => "生产线机电设备技术改造与维护",
        ("basic_info", "transfer_from_series" | "second_title_from_series") => "经济系列",
        ("basic_info", "transfer_from_title" | "second_title_from_title") => "经济师",
        ("current_title", "specialty") => "机械工程",
        ("current_title", "title_name") => "机械工程师",
        ("current_title", "certificate_no") => "桂工201402345",
        ("current_title", "issuer") => "柳州市职称改革工作领导小组",
        ("career_history", "post") => "技术员",
        ("career_history", "content") => "生产设备的安装调试、技术改造和日常维护",
        ("exceptional_case", "reason") => {
            "主持的技术改造项目获自治区科学技术进步二等奖，符合评审条件中不受资历限制的规定。"
        }
        ("publicity", "place") => "公司办公楼一楼公示栏",
        ("publicity", "contact_department") => "人力资源部",
        ("publicity", "contact_person") => "卢晓燕",
        ("publicity", "contact_phone") => "0772-2820001",
        ("defense", "place") => "公司三楼会议室",
        ("defense", "statement_summary") => {
            "陈述了任现职以来主持的三项技术改造项目、解决的关键问题和取得的效益。"
        }
        ("defense", "conclusion") => "回答问题准确，专业基础扎实，同意通过答辩。",
        ("deliberation", "place") => "公司二楼会议室",
        ("deliberation", "opinion") => {
            "经审议，该同志业绩材料真实，专业能力和工作业绩达到所申报职称的评审条件，小组表决通过，同意推荐。"
        }
        ("unit_recommendation", "moral") => {
            "拥护党的路线方针政策，遵守职业道德，诚实守信，团结同事，作风正派。"
        }
        ("unit_recommendation", "results") => {
            "近五年主持完成技术改造三项，设备故障率下降四成，累计节约维修费用一百余万元。"
        }
        ("unit_recommendation", "level") => {
            "系统掌握本专业理论和标准规范，发表论文一篇，能解决较复杂的技术问题。"
        }
        ("unit_recommendation", "ability") => {
            "能独立编制方案并组织实施，善于带领团队攻关，指导青年技术人员三名。"
        }
        ("unit_recommendation", "attitude") => {
            "工作认真负责，出勤率高，急难任务主动承担，各年度考核均为合格以上。"
        }
        ("unit_recommendation", "signer") => "卢国栋",
        ("masterpiece", "title") => "冲压生产线自动上下料系统改造",
        _ => return None,
    })
}

fn several(section: &str, field: &str) -> Option<&'static [&'static str]> {
    Some(match (section, field) {
        ("education", "school") => &["广西大学", "桂林电子科技大学", "广西科技大学"],
        ("education", "major") => &["机械设计制造及其自动化", "电气工程及其自动化", "材料成型及控制工程"],
        ("education", "certificate_no") => &["105931200905001234", "105951201206004321"],
        ("education", "degree_no") => &["1059342009001234", "1059542012004321"],
        ("continuing_education", "course") => &["机械设备安全操作与维护", "智能制造技术应用", "特种设备管理"],
        ("continuing_education", "organiser") => &["柳州市机械工程学会"],
        ("publications", "title") => {
            &["冲压生产线故障诊断方法研究", "焊接机器人工作站节拍优化", "数控机床主轴热误差补偿"]
        }
        ("publications", "venue") => &["装备制造技术", "机床与液压", "广西科技大学学报"],
        ("publications", "volume_issue_pages") => &["2019年第5期 45–48页", "2018年第11期 12–15页"],
        ("career_history", "organisation") => &["柳州市机械制造有限公司"],
        ("achievements", "name") | ("professional_experience", "project_or_task") => {
            &["冲压生产线自动化改造", "空压站节能改造", "焊装车间机器人工作站建设"]
        }
        ("achievements", "content") => &[
            "负责总体方案设计、设备选型和控制程序编制，组织安装调试和试运行，解决上下料节拍不匹配等问题。",
            "完成用气量测试和系统建模，提出变频与余热回收方案，组织实施并通过第三方节能检测。",
        ],
        ("achievements", "own_role") => {
            &["项目负责人，承担总体方案和现场调试", "主要完成人，承担节能方案设计"]
        }
        ("achievements", "effect") => &[
            "已验收投产，生产效率提高百分之二十，年节约人工成本六十万元。",
            "通过检测，年节电三十八万千瓦时。",
        ],
        ("awards", "award_name") => &["柳州市科学技术进步奖三等奖", "公司技术创新一等奖"],
        ("awards", "awarding_body") => &["柳州市人民政府", "柳州市机械制造有限公司"],
        ("professional_experience", "unit") => &["柳州市机械制造有限公司"],
        ("professional_experience", "content") => &[
            "承担设备技术改造的方案编制、施工组织、调试验收和人员培训，按期完成并移交生产。",
            "承担车间设备点检、故障分析和备件国产化工作，形成维修作业指导书十二份。",
        ],
        ("professional_experience", "own_role") => &["项目负责人", "技术骨干"],
        ("defense", "title") | ("deliberation", "title") => &["高级工程师", "正高级工程师"],
        ("defense" | "deliberation", "unit") => &["柳州市机械制造有限公司"],
        ("deliberation", "post") => &["总工程师", "技术部部长", "设备科科长", "质量部部长", "主任工程师"],
        ("defense", "question") => &["改造后节拍提高的主要原因是什么？", "如何保证改造期间的生产安全？"],
        ("defense", "answer_summary") => {
            &["优化了机械手轨迹和气路，取消了两次人工搬运。", "分区停机施工，执行挂牌上锁和专人监护。"]
        }
        ("research_projects", "name") => &["冲压件在线检测技术研究", "伺服压力机节能控制研究"],
        ("research_projects", "project_no") => &["2019GX0123", "2020GX0456"],
        ("research_projects", "own_role") => &["项目负责人", "第二完成人"],
        ("memberships", "organisation") => &["中国机械工程学会", "广西机械工程学会"],
        ("memberships", "post") => &["会员", "理事"],
        _ => return None,
    })
}
